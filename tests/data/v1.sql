-- A file of version 1: round 1 with a note, round 2 in the middle of day 1.
BEGIN TRANSACTION;
CREATE TABLE check_in (
  id TEXT PRIMARY KEY,
  session TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('before', 'during', 'after', 'next_day')),
  pain INTEGER CHECK (pain BETWEEN 0 AND 10),
  legs INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO "check_in" VALUES('f9d2bb2a-8e3a-4884-8138-cb8ed896ee83','60f7734d-0564-4a7d-a61a-8ad0eb0c7354','2026-11-16T09:56:00Z','after',NULL,0,'Knees a bit stiff.');
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
INSERT INTO "done_set" VALUES('e8b5257d-a06d-493d-b8f0-4268a4c4463d','60f7734d-0564-4a7d-a61a-8ad0eb0c7354',1,'childs-pose',1,'','standard',30,30,'s',1);
INSERT INTO "done_set" VALUES('ac105639-d688-4505-912b-be8e430ef91d','60f7734d-0564-4a7d-a61a-8ad0eb0c7354',1,'childs-pose',2,'','standard',30,30,'s',1);
INSERT INTO "done_set" VALUES('c80821e5-303c-49fc-869b-47d6168a9b4d','60f7734d-0564-4a7d-a61a-8ad0eb0c7354',1,'childs-pose',3,'','standard',30,30,'s',1);
INSERT INTO "done_set" VALUES('5557aab6-5108-4ded-897f-f16240431e16','60f7734d-0564-4a7d-a61a-8ad0eb0c7354',2,'cat-cow',1,'','standard',10,10,'reps',1);
INSERT INTO "done_set" VALUES('79b0187b-a4bd-4926-9fbd-abf691f25b9a','60f7734d-0564-4a7d-a61a-8ad0eb0c7354',2,'cat-cow',2,'','standard',10,10,'reps',1);
INSERT INTO "done_set" VALUES('90e2fc49-dc96-4381-969b-b983b1d3422b','60f7734d-0564-4a7d-a61a-8ad0eb0c7354',3,'pelvic-tilts',1,'','standard',10,10,'reps',1);
INSERT INTO "done_set" VALUES('fc087848-c4a1-4968-b33e-db1f677cce0d','60f7734d-0564-4a7d-a61a-8ad0eb0c7354',3,'pelvic-tilts',2,'','standard',10,10,'reps',1);
INSERT INTO "done_set" VALUES('6120ad9f-f9d2-41f6-9cf6-3935e1e5c1a3','1875e344-95e9-4303-b05b-578f460584e0',1,'childs-pose',1,'','standard',30,30,'s',1);
INSERT INTO "done_set" VALUES('364b832b-e356-4790-83e2-a80300754b96','1875e344-95e9-4303-b05b-578f460584e0',1,'childs-pose',2,'','standard',30,30,'s',1);
INSERT INTO "done_set" VALUES('0b8792e4-8e80-47b7-83b5-38f4a861580d','1875e344-95e9-4303-b05b-578f460584e0',1,'childs-pose',3,'','standard',30,30,'s',1);
CREATE TABLE log (
  id TEXT PRIMARY KEY,
  session TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  at TEXT NOT NULL,
  rule TEXT NOT NULL,
  line TEXT NOT NULL
) STRICT;
CREATE TABLE mark (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL,
  round INTEGER NOT NULL,
  day INTEGER NOT NULL,
  state TEXT NOT NULL,
  at TEXT NOT NULL,
  local_date TEXT NOT NULL
) STRICT;
INSERT INTO "mark" VALUES('ec204602-0896-414a-be4f-ae7b562186f9','seven-days',2,0,'round','2026-11-23T08:00:00Z','2026-11-23');
CREATE TABLE safety (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  local_date TEXT NOT NULL,
  "group" TEXT NOT NULL,
  codes TEXT NOT NULL,
  checked_on TEXT
) STRICT;
INSERT INTO "safety" VALUES('8bd24584-c7d3-42b1-98c4-557429419218','2026-11-16T09:20:00Z','2026-11-16','A','["A2"]','2026-11-15');
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
) STRICT;
INSERT INTO "session" VALUES('60f7734d-0564-4a7d-a61a-8ad0eb0c7354','seven-days',1,1,'2026-11-16T09:30:00Z','2026-11-16',60,'2026-11-16T09:55:00Z',22,0,'finished','{"counted":0,"reentry":0,"by_itself":true,"guided":701000,"worked":[{"exercise_no":1,"set_no":1,"side":null,"part":1,"amount":30000,"complete":true,"version":"standard"},{"exercise_no":1,"set_no":2,"side":null,"part":1,"amount":30000,"complete":true,"version":"standard"},{"exercise_no":1,"set_no":3,"side":null,"part":1,"amount":30000,"complete":true,"version":"standard"},{"exercise_no":2,"set_no":1,"side":null,"part":1,"amount":10,"complete":true,"version":"standard"},{"exercise_no":2,"set_no":2,"side":null,"part":1,"amount":10,"complete":true,"version":"standard"},{"exercise_no":3,"set_no":1,"side":null,"part":1,"amount":10,"complete":true,"version":"standard"},{"exercise_no":3,"set_no":2,"side":null,"part":1,"amount":10,"complete":true,"version":"standard"}],"seen":100000000}','[{"kind":"ready","ms":20000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":3},{"kind":"enter","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":3},{"kind":"work","ms":30000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":3,"dose":30,"beats":[{"id":"breathe-in","ms":4000,"breath":"in"},{"id":"breathe-out","ms":6000,"breath":"out"}]},{"kind":"leave","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":3},{"kind":"rest","ms":15000,"exercise":"childs-pose","exercise_no":1,"set_no":2,"sets":3},{"kind":"enter","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":2,"sets":3},{"kind":"work","ms":30000,"exercise":"childs-pose","exercise_no":1,"set_no":2,"sets":3,"dose":30,"beats":[{"id":"breathe-in","ms":4000,"breath":"in"},{"id":"breathe-out","ms":6000,"breath":"out"}]},{"kind":"leave","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":2,"sets":3},{"kind":"rest","ms":15000,"exercise":"childs-pose","exercise_no":1,"set_no":3,"sets":3},{"kind":"enter","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":3,"sets":3},{"kind":"work","ms":30000,"exercise":"childs-pose","exercise_no":1,"set_no":3,"sets":3,"dose":30,"beats":[{"id":"breathe-in","ms":4000,"breath":"in"},{"id":"breathe-out","ms":6000,"breath":"out"}]},{"kind":"leave","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":3,"sets":3},{"kind":"rest","ms":60000,"exercise":"cat-cow","exercise_no":2,"set_no":1,"sets":2},{"kind":"ready","ms":20000,"exercise":"cat-cow","exercise_no":2,"set_no":1,"sets":2},{"kind":"work","ms":80000,"exercise":"cat-cow","exercise_no":2,"set_no":1,"sets":2,"dose":10,"reps":10,"beats":[{"id":"round-up-cat","ms":4000,"breath":"out"},{"id":"sink-down-cow","ms":4000,"breath":"in"}]},{"kind":"rest","ms":20000,"exercise":"cat-cow","exercise_no":2,"set_no":2,"sets":2},{"kind":"work","ms":80000,"exercise":"cat-cow","exercise_no":2,"set_no":2,"sets":2,"dose":10,"reps":10,"beats":[{"id":"round-up-cat","ms":4000,"breath":"out"},{"id":"sink-down-cow","ms":4000,"breath":"in"}]},{"kind":"rest","ms":60000,"exercise":"pelvic-tilts","exercise_no":3,"set_no":1,"sets":2},{"kind":"ready","ms":25000,"exercise":"pelvic-tilts","exercise_no":3,"set_no":1,"sets":2},{"kind":"work","ms":80000,"exercise":"pelvic-tilts","exercise_no":3,"set_no":1,"sets":2,"dose":10,"reps":10,"beats":[{"id":"press-down","ms":2000,"breath":"out"},{"id":"hold-lightly","ms":2000,"breath":"out"},{"id":"let-go","ms":2000,"breath":"in"},{"id":"rest","ms":2000,"breath":"in"}]},{"kind":"rest","ms":20000,"exercise":"pelvic-tilts","exercise_no":3,"set_no":2,"sets":2},{"kind":"work","ms":80000,"exercise":"pelvic-tilts","exercise_no":3,"set_no":2,"sets":2,"dose":10,"reps":10,"beats":[{"id":"press-down","ms":2000,"breath":"out"},{"id":"hold-lightly","ms":2000,"breath":"out"},{"id":"let-go","ms":2000,"breath":"in"},{"id":"rest","ms":2000,"breath":"in"}]}]');
INSERT INTO "session" VALUES('1875e344-95e9-4303-b05b-578f460584e0','seven-days',2,1,'2026-11-24T09:30:00Z','2026-11-24',60,NULL,14,7250,'running','{"counted":0,"reentry":0,"by_itself":true,"guided":263250,"worked":[{"exercise_no":1,"set_no":1,"side":null,"part":1,"amount":30000,"complete":true,"version":"standard"},{"exercise_no":1,"set_no":2,"side":null,"part":1,"amount":30000,"complete":true,"version":"standard"},{"exercise_no":1,"set_no":3,"side":null,"part":1,"amount":30000,"complete":true,"version":"standard"}],"seen":264250}','[{"kind":"ready","ms":20000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":3},{"kind":"enter","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":3},{"kind":"work","ms":30000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":3,"dose":30,"beats":[{"id":"breathe-in","ms":4000,"breath":"in"},{"id":"breathe-out","ms":6000,"breath":"out"}]},{"kind":"leave","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":1,"sets":3},{"kind":"rest","ms":15000,"exercise":"childs-pose","exercise_no":1,"set_no":2,"sets":3},{"kind":"enter","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":2,"sets":3},{"kind":"work","ms":30000,"exercise":"childs-pose","exercise_no":1,"set_no":2,"sets":3,"dose":30,"beats":[{"id":"breathe-in","ms":4000,"breath":"in"},{"id":"breathe-out","ms":6000,"breath":"out"}]},{"kind":"leave","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":2,"sets":3},{"kind":"rest","ms":15000,"exercise":"childs-pose","exercise_no":1,"set_no":3,"sets":3},{"kind":"enter","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":3,"sets":3},{"kind":"work","ms":30000,"exercise":"childs-pose","exercise_no":1,"set_no":3,"sets":3,"dose":30,"beats":[{"id":"breathe-in","ms":4000,"breath":"in"},{"id":"breathe-out","ms":6000,"breath":"out"}]},{"kind":"leave","ms":6000,"exercise":"childs-pose","exercise_no":1,"set_no":3,"sets":3},{"kind":"rest","ms":60000,"exercise":"cat-cow","exercise_no":2,"set_no":1,"sets":2},{"kind":"ready","ms":20000,"exercise":"cat-cow","exercise_no":2,"set_no":1,"sets":2},{"kind":"work","ms":80000,"exercise":"cat-cow","exercise_no":2,"set_no":1,"sets":2,"dose":10,"reps":10,"beats":[{"id":"round-up-cat","ms":4000,"breath":"out"},{"id":"sink-down-cow","ms":4000,"breath":"in"}]},{"kind":"rest","ms":20000,"exercise":"cat-cow","exercise_no":2,"set_no":2,"sets":2},{"kind":"work","ms":80000,"exercise":"cat-cow","exercise_no":2,"set_no":2,"sets":2,"dose":10,"reps":10,"beats":[{"id":"round-up-cat","ms":4000,"breath":"out"},{"id":"sink-down-cow","ms":4000,"breath":"in"}]},{"kind":"rest","ms":60000,"exercise":"pelvic-tilts","exercise_no":3,"set_no":1,"sets":2},{"kind":"ready","ms":25000,"exercise":"pelvic-tilts","exercise_no":3,"set_no":1,"sets":2},{"kind":"work","ms":80000,"exercise":"pelvic-tilts","exercise_no":3,"set_no":1,"sets":2,"dose":10,"reps":10,"beats":[{"id":"press-down","ms":2000,"breath":"out"},{"id":"hold-lightly","ms":2000,"breath":"out"},{"id":"let-go","ms":2000,"breath":"in"},{"id":"rest","ms":2000,"breath":"in"}]},{"kind":"rest","ms":20000,"exercise":"pelvic-tilts","exercise_no":3,"set_no":2,"sets":2},{"kind":"work","ms":80000,"exercise":"pelvic-tilts","exercise_no":3,"set_no":2,"sets":2,"dose":10,"reps":10,"beats":[{"id":"press-down","ms":2000,"breath":"out"},{"id":"hold-lightly","ms":2000,"breath":"out"},{"id":"let-go","ms":2000,"breath":"in"},{"id":"rest","ms":2000,"breath":"in"}]}]');
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
INSERT INTO "setting" VALUES('text_size','120');
INSERT INTO "setting" VALUES('theme','"dark"');
CREATE UNIQUE INDEX session_open ON session (ended IS NULL) WHERE ended IS NULL;
CREATE INDEX session_of_plan ON session (plan, begun, id, round, day, local_date);
CREATE INDEX log_of_session ON log (session, at);
CREATE INDEX check_in_of_session ON check_in (session, at);
CREATE UNIQUE INDEX check_in_after ON check_in (session) WHERE kind = 'after';
PRAGMA application_id = 1112558670;
PRAGMA user_version = 1;
COMMIT;
