-- A file of version 3: what the one of version 2 held, each session with what it comes to.
BEGIN TRANSACTION;
CREATE TABLE check_in (
  id TEXT PRIMARY KEY,
  session TEXT REFERENCES session ON DELETE CASCADE,
  at TEXT NOT NULL,
  local_date TEXT NOT NULL,
  asked TEXT NOT NULL CHECK (asked IN ('before', 'during', 'after')),
  pain INTEGER CHECK (pain BETWEEN 0 AND 10),
  legs INTEGER NOT NULL,
  settled TEXT CHECK (settled IN ('yes', 'no', 'none')),
  medicine INTEGER NOT NULL,
  ache INTEGER NOT NULL
) STRICT;
INSERT INTO "check_in" VALUES('83844b40-ffa9-49f1-9c14-bc4a829e07b0','5c6e4337-15ba-4bdd-9772-19d30e7a269f','2026-11-16T09:29:50Z','2026-11-16','before',3,0,NULL,1,0);
INSERT INTO "check_in" VALUES('fec3f6b3-2e8d-4b8a-8f54-f8ceacaab39e','5c6e4337-15ba-4bdd-9772-19d30e7a269f','2026-11-16T09:40:00Z','2026-11-16','during',5,0,NULL,0,0);
INSERT INTO "check_in" VALUES('6a27e0df-cbf8-4544-b215-4e76e4c11ab2','5c6e4337-15ba-4bdd-9772-19d30e7a269f','2026-11-16T09:45:00Z','2026-11-16','during',4,0,NULL,0,0);
INSERT INTO "check_in" VALUES('e89204e2-e816-4561-867e-5e15bc01bfce','5c6e4337-15ba-4bdd-9772-19d30e7a269f','2026-11-16T09:56:00Z','2026-11-16','after',4,0,NULL,0,1);
INSERT INTO "check_in" VALUES('3ff98ff3-87c5-4473-a7a8-3ee0761ebfd2','dbe53fca-fb21-47df-9ca4-95fa5a91c89b','2026-11-17T09:29:50Z','2026-11-17','before',6,0,'no',0,0);
INSERT INTO "check_in" VALUES('59cc60b1-7604-44b4-a736-95c3e652c71a',NULL,'2026-11-18T23:30:00Z','2026-11-19','before',8,1,NULL,0,0);
INSERT INTO "check_in" VALUES('c5e2486c-44a4-48f6-9dc8-db48e86ec9c6','e06f291b-2a83-4af8-95c4-4a4eb3172062','2026-11-24T09:29:50Z','2026-11-24','before',NULL,0,'yes',0,0);
CREATE TABLE done_set (
  id TEXT PRIMARY KEY,
  session TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  exercise_no INTEGER NOT NULL,
  exercise TEXT NOT NULL,
  set_no INTEGER NOT NULL,
  side TEXT NOT NULL,
  version TEXT NOT NULL,
  planned INTEGER NOT NULL,
  actual INTEGER NOT NULL,
  unit TEXT NOT NULL,
  done INTEGER NOT NULL,
  UNIQUE (session, exercise_no, set_no, side)
) STRICT;
INSERT INTO "done_set" VALUES('cf1822ff-bc68-4778-ab49-1044d5e34124','5c6e4337-15ba-4bdd-9772-19d30e7a269f',1,'childs-pose',1,'','standard',30,30,'s',1);
INSERT INTO "done_set" VALUES('4067c358-4ee2-47f8-9a94-e3e8ab73738f','5c6e4337-15ba-4bdd-9772-19d30e7a269f',1,'childs-pose',2,'','standard',30,30,'s',1);
INSERT INTO "done_set" VALUES('0925e474-9b57-4bd1-b653-f8dd9b1f282e','5c6e4337-15ba-4bdd-9772-19d30e7a269f',1,'childs-pose',3,'','standard',30,30,'s',1);
INSERT INTO "done_set" VALUES('ffed9235-288b-4781-ae66-267594c9c950','5c6e4337-15ba-4bdd-9772-19d30e7a269f',2,'cat-cow',1,'','standard',10,10,'reps',1);
INSERT INTO "done_set" VALUES('cdbd47d3-64be-4049-a372-db8f6e405d93','5c6e4337-15ba-4bdd-9772-19d30e7a269f',2,'cat-cow',2,'','standard',10,10,'reps',1);
INSERT INTO "done_set" VALUES('82523e86-feac-4eb7-9c38-f519b91751da','5c6e4337-15ba-4bdd-9772-19d30e7a269f',3,'pelvic-tilts',1,'','standard',10,10,'reps',1);
INSERT INTO "done_set" VALUES('ef8acd12-8b4f-4fc1-9f3f-57ebf30b94fa','5c6e4337-15ba-4bdd-9772-19d30e7a269f',3,'pelvic-tilts',2,'','standard',10,10,'reps',1);
INSERT INTO "done_set" VALUES('f4767f26-2943-45b2-b21d-ea3bf63f23d0','dbe53fca-fb21-47df-9ca4-95fa5a91c89b',1,'childs-pose',1,'','easier',30,30,'s',1);
INSERT INTO "done_set" VALUES('cbd4d3e2-d4de-49ef-83f0-be4e80371eb9','7f81375e-ecc1-4b63-8773-3e847d718d73',1,'childs-pose',1,'','standard',30,30,'s',1);
INSERT INTO "done_set" VALUES('4da4daeb-4f3f-4777-bad1-f45ae9500ec9','e06f291b-2a83-4af8-95c4-4a4eb3172062',1,'childs-pose',1,'','standard',30,30,'s',1);
INSERT INTO "done_set" VALUES('d4c0dca8-b4c9-4755-8c9c-3adcf515a823','e06f291b-2a83-4af8-95c4-4a4eb3172062',1,'childs-pose',2,'','standard',30,30,'s',1);
INSERT INTO "done_set" VALUES('81e220df-848b-4df7-8feb-994a81167346','e06f291b-2a83-4af8-95c4-4a4eb3172062',1,'childs-pose',3,'','standard',30,30,'s',1);
CREATE TABLE exclusion (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL,
  round INTEGER NOT NULL,
  exercise TEXT NOT NULL,
  at TEXT NOT NULL,
  local_date TEXT NOT NULL,
  UNIQUE (plan, round, exercise)
) STRICT;
INSERT INTO "exclusion" VALUES('a8acb513-7c92-40dc-b4e0-88a9b9492f25','seven-days',1,'cat-cow','2026-11-16T09:45:00Z','2026-11-16');
CREATE TABLE log (
  id TEXT PRIMARY KEY,
  session TEXT REFERENCES session ON DELETE CASCADE,
  at TEXT NOT NULL,
  local_date TEXT NOT NULL,
  rule TEXT NOT NULL,
  line TEXT NOT NULL
) STRICT;
INSERT INTO "log" VALUES('97eeab64-ca2c-46bc-9d3f-d983c34c769f','5c6e4337-15ba-4bdd-9772-19d30e7a269f','2026-11-16T09:40:01Z','2026-11-16','R4','Day 1: took the easier cat-cow, pain 3, then 5.');
INSERT INTO "log" VALUES('8ebdbfe3-eb9a-4688-b9d3-9cca91551e82',NULL,'2026-11-18T23:30:00Z','2026-11-19','R3','No start: pain 8.');
CREATE TABLE mark (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL,
  round INTEGER NOT NULL,
  day INTEGER NOT NULL,
  state TEXT NOT NULL,
  at TEXT NOT NULL,
  local_date TEXT NOT NULL
) STRICT;
INSERT INTO "mark" VALUES('d08f1bb2-531d-4460-b0ca-eef038c89b38','seven-days',2,0,'round','2026-11-23T08:00:00Z','2026-11-23');
CREATE TABLE note (
  session TEXT PRIMARY KEY REFERENCES session ON DELETE CASCADE,
  at TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
INSERT INTO "note" VALUES('5c6e4337-15ba-4bdd-9772-19d30e7a269f','2026-11-16T09:56:10Z','Knees a bit stiff.');
CREATE TABLE safety (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  local_date TEXT NOT NULL,
  "group" TEXT NOT NULL,
  codes TEXT NOT NULL,
  checked_on TEXT
) STRICT;
INSERT INTO "safety" VALUES('d95bafc8-f2a4-427b-9cf4-bb99f4bea973','2026-11-16T09:20:00Z','2026-11-16','A','["A2"]','2026-11-15');
CREATE TABLE session (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL,
  round INTEGER NOT NULL,
  day INTEGER,
  begun TEXT NOT NULL,
  local_date TEXT NOT NULL,
  utc_offset INTEGER NOT NULL,
  ended TEXT,
  step INTEGER NOT NULL,
  elapsed INTEGER NOT NULL,
  phase TEXT NOT NULL,
  state TEXT NOT NULL,
  script TEXT NOT NULL
, kind TEXT NOT NULL DEFAULT 'plan'
  CHECK (kind IN ('plan', 'gentle', 'practice')) CHECK (kind = 'plan' OR day IS NULL), guided INTEGER NOT NULL DEFAULT 0, sets INTEGER NOT NULL DEFAULT 0, sets_done INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "session" VALUES('5c6e4337-15ba-4bdd-9772-19d30e7a269f','seven-days',1,1,'2026-11-16T09:30:00Z','2026-11-16',60,'2026-11-16T09:55:00Z',22,0,'finished','{"counted":0,"reentry":0,"by_itself":true,"guided":701000,"worked":[{"exercise_no":1,"set_no":1,"side":null,"part":1,"amount":30000,"complete":true,"version":"standard"},{"exercise_no":1,"set_no":2,"side":null,"part":1,"amount":30000,"complete":true,"version":"standard"},{"exercise_no":1,"set_no":3,"side":null,"part":1,"amount":30000,"complete":true,"version":"standard"},{"exercise_no":2,"set_no":1,"side":null,"part":1,"amount":10,"complete":true,"version":"standard"},{"exercise_no":2,"set_no":2,"side":null,"part":1,"amount":10,"complete":true,"version":"standard"},{"exercise_no":3,"set_no":1,"side":null,"part":1,"amount":10,"complete":true,"version":"standard"},{"exercise_no":3,"set_no":2,"side":null,"part":1,"amount":10,"complete":true,"version":"standard"}],"seen":100000000}','[{"kind":"ready","ms":20000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":3},{"kind":"enter","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":3},{"kind":"work","ms":30000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":3,"dose":30,"beats":[{"id":"breathe-in","ms":4000,"breath":"in"},{"id":"breathe-out","ms":6000,"breath":"out"}]},{"kind":"leave","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":3},{"kind":"rest","ms":15000,"exercise":"childs-pose","exercise_no":1,"set_no":2,"sets":3},{"kind":"enter","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":2,"sets":3},{"kind":"work","ms":30000,"exercise":"childs-pose","exercise_no":1,"set_no":2,"sets":3,"dose":30,"beats":[{"id":"breathe-in","ms":4000,"breath":"in"},{"id":"breathe-out","ms":6000,"breath":"out"}]},{"kind":"leave","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":2,"sets":3},{"kind":"rest","ms":15000,"exercise":"childs-pose","exercise_no":1,"set_no":3,"sets":3},{"kind":"enter","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":3,"sets":3},{"kind":"work","ms":30000,"exercise":"childs-pose","exercise_no":1,"set_no":3,"sets":3,"dose":30,"beats":[{"id":"breathe-in","ms":4000,"breath":"in"},{"id":"breathe-out","ms":6000,"breath":"out"}]},{"kind":"leave","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":3,"sets":3},{"kind":"rest","ms":60000,"exercise":"cat-cow","exercise_no":2,"set_no":1,"sets":2},{"kind":"ready","ms":20000,"exercise":"cat-cow","exercise_no":2,"set_no":1,"sets":2},{"kind":"work","ms":80000,"exercise":"cat-cow","exercise_no":2,"set_no":1,"sets":2,"dose":10,"reps":10,"beats":[{"id":"round-up-cat","ms":4000,"breath":"out"},{"id":"sink-down-cow","ms":4000,"breath":"in"}]},{"kind":"rest","ms":20000,"exercise":"cat-cow","exercise_no":2,"set_no":2,"sets":2},{"kind":"work","ms":80000,"exercise":"cat-cow","exercise_no":2,"set_no":2,"sets":2,"dose":10,"reps":10,"beats":[{"id":"round-up-cat","ms":4000,"breath":"out"},{"id":"sink-down-cow","ms":4000,"breath":"in"}]},{"kind":"rest","ms":60000,"exercise":"pelvic-tilts","exercise_no":3,"set_no":1,"sets":2},{"kind":"ready","ms":25000,"exercise":"pelvic-tilts","exercise_no":3,"set_no":1,"sets":2},{"kind":"work","ms":80000,"exercise":"pelvic-tilts","exercise_no":3,"set_no":1,"sets":2,"dose":10,"reps":10,"beats":[{"id":"press-down","ms":2000,"breath":"out"},{"id":"hold-lightly","ms":2000,"breath":"out"},{"id":"let-go","ms":2000,"breath":"in"},{"id":"rest","ms":2000,"breath":"in"}]},{"kind":"rest","ms":20000,"exercise":"pelvic-tilts","exercise_no":3,"set_no":2,"sets":2},{"kind":"work","ms":80000,"exercise":"pelvic-tilts","exercise_no":3,"set_no":2,"sets":2,"dose":10,"reps":10,"beats":[{"id":"press-down","ms":2000,"breath":"out"},{"id":"hold-lightly","ms":2000,"breath":"out"},{"id":"let-go","ms":2000,"breath":"in"},{"id":"rest","ms":2000,"breath":"in"}]}]','plan',701000,7,7);
INSERT INTO "session" VALUES('dbe53fca-fb21-47df-9ca4-95fa5a91c89b','seven-days',1,NULL,'2026-11-17T09:30:00Z','2026-11-17',60,'2026-11-17T09:32:00Z',4,0,'finished','{"counted":0,"reentry":0,"by_itself":true,"guided":62000,"worked":[{"exercise_no":1,"set_no":1,"side":null,"part":1,"amount":30000,"complete":true,"version":"easier"}],"seen":100000000}','[{"kind":"ready","ms":20000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":1,"version":"easier"},{"kind":"enter","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":1,"version":"easier"},{"kind":"work","ms":30000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":1,"dose":30,"beats":[{"id":"breathe-in","ms":4000,"breath":"in"},{"id":"breathe-out","ms":6000,"breath":"out"}],"version":"easier"},{"kind":"leave","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":1,"version":"easier"}]','gentle',62000,1,1);
INSERT INTO "session" VALUES('7f81375e-ecc1-4b63-8773-3e847d718d73','seven-days',1,NULL,'2026-11-17T18:00:00Z','2026-11-17',60,'2026-11-17T18:02:00Z',4,0,'finished','{"counted":0,"reentry":0,"by_itself":true,"guided":62000,"worked":[{"exercise_no":1,"set_no":1,"side":null,"part":1,"amount":30000,"complete":true,"version":"standard"}],"seen":100000000}','[{"kind":"ready","ms":20000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":1},{"kind":"enter","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":1},{"kind":"work","ms":30000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":1,"dose":30,"beats":[{"id":"breathe-in","ms":4000,"breath":"in"},{"id":"breathe-out","ms":6000,"breath":"out"}]},{"kind":"leave","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":1}]','practice',62000,1,1);
INSERT INTO "session" VALUES('e06f291b-2a83-4af8-95c4-4a4eb3172062','seven-days',2,1,'2026-11-24T09:30:00Z','2026-11-24',60,NULL,14,8250,'running','{"counted":0,"reentry":0,"by_itself":true,"guided":264250,"worked":[{"exercise_no":1,"set_no":1,"side":null,"part":1,"amount":30000,"complete":true,"version":"standard"},{"exercise_no":1,"set_no":2,"side":null,"part":1,"amount":30000,"complete":true,"version":"standard"},{"exercise_no":1,"set_no":3,"side":null,"part":1,"amount":30000,"complete":true,"version":"standard"}],"seen":264250}','[{"kind":"ready","ms":20000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":3},{"kind":"enter","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":3},{"kind":"work","ms":30000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":3,"dose":30,"beats":[{"id":"breathe-in","ms":4000,"breath":"in"},{"id":"breathe-out","ms":6000,"breath":"out"}]},{"kind":"leave","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":3},{"kind":"rest","ms":15000,"exercise":"childs-pose","exercise_no":1,"set_no":2,"sets":3},{"kind":"enter","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":2,"sets":3},{"kind":"work","ms":30000,"exercise":"childs-pose","exercise_no":1,"set_no":2,"sets":3,"dose":30,"beats":[{"id":"breathe-in","ms":4000,"breath":"in"},{"id":"breathe-out","ms":6000,"breath":"out"}]},{"kind":"leave","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":2,"sets":3},{"kind":"rest","ms":15000,"exercise":"childs-pose","exercise_no":1,"set_no":3,"sets":3},{"kind":"enter","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":3,"sets":3},{"kind":"work","ms":30000,"exercise":"childs-pose","exercise_no":1,"set_no":3,"sets":3,"dose":30,"beats":[{"id":"breathe-in","ms":4000,"breath":"in"},{"id":"breathe-out","ms":6000,"breath":"out"}]},{"kind":"leave","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":3,"sets":3},{"kind":"rest","ms":60000,"exercise":"cat-cow","exercise_no":2,"set_no":1,"sets":2},{"kind":"ready","ms":20000,"exercise":"cat-cow","exercise_no":2,"set_no":1,"sets":2},{"kind":"work","ms":80000,"exercise":"cat-cow","exercise_no":2,"set_no":1,"sets":2,"dose":10,"reps":10,"beats":[{"id":"round-up-cat","ms":4000,"breath":"out"},{"id":"sink-down-cow","ms":4000,"breath":"in"}]},{"kind":"rest","ms":20000,"exercise":"cat-cow","exercise_no":2,"set_no":2,"sets":2},{"kind":"work","ms":80000,"exercise":"cat-cow","exercise_no":2,"set_no":2,"sets":2,"dose":10,"reps":10,"beats":[{"id":"round-up-cat","ms":4000,"breath":"out"},{"id":"sink-down-cow","ms":4000,"breath":"in"}]},{"kind":"rest","ms":60000,"exercise":"pelvic-tilts","exercise_no":3,"set_no":1,"sets":2},{"kind":"ready","ms":25000,"exercise":"pelvic-tilts","exercise_no":3,"set_no":1,"sets":2},{"kind":"work","ms":80000,"exercise":"pelvic-tilts","exercise_no":3,"set_no":1,"sets":2,"dose":10,"reps":10,"beats":[{"id":"press-down","ms":2000,"breath":"out"},{"id":"hold-lightly","ms":2000,"breath":"out"},{"id":"let-go","ms":2000,"breath":"in"},{"id":"rest","ms":2000,"breath":"in"}]},{"kind":"rest","ms":20000,"exercise":"pelvic-tilts","exercise_no":3,"set_no":2,"sets":2},{"kind":"work","ms":80000,"exercise":"pelvic-tilts","exercise_no":3,"set_no":2,"sets":2,"dose":10,"reps":10,"beats":[{"id":"press-down","ms":2000,"breath":"out"},{"id":"hold-lightly","ms":2000,"breath":"out"},{"id":"let-go","ms":2000,"breath":"in"},{"id":"rest","ms":2000,"breath":"in"}]}]','plan',264250,7,3);
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
INSERT INTO "setting" VALUES('text_size','120');
INSERT INTO "setting" VALUES('theme','"dark"');
CREATE UNIQUE INDEX session_open ON session (ended IS NULL) WHERE ended IS NULL;
CREATE UNIQUE INDEX check_in_once ON check_in (session, asked) WHERE asked <> 'during';
CREATE INDEX check_in_of_session ON check_in (session);
CREATE INDEX check_in_at ON check_in (at);
CREATE INDEX log_of_session ON log (session, at);
CREATE INDEX session_of_plan
  ON session (plan, begun, id, round, day, local_date, kind, ended, phase,
    utc_offset, guided, sets, sets_done);
PRAGMA application_id = 1112558670;
PRAGMA user_version = 3;
COMMIT;
