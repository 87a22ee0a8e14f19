<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>words</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exercise(s)</source>
        <translation>
            <numerusform>%n exercise</numerusform>
            <numerusform>%n exercises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rep(s)</source>
        <translation>
            <numerusform>%n rep</numerusform>
            <numerusform>%n reps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rep(s) left</source>
        <translation>
            <numerusform>%n rep left</numerusform>
            <numerusform>%n reps left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set(s)</source>
        <translation>
            <numerusform>%n set</numerusform>
            <numerusform>%n sets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set(s) could not be saved yet.</source>
        <translation>
            <numerusform>One set could not be saved yet.</numerusform>
            <numerusform>%n sets could not be saved yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set(s) left</source>
        <translation>
            <numerusform>%n set left</numerusform>
            <numerusform>%n sets left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set(s) skipped</source>
        <translation>
            <numerusform>%n set skipped</numerusform>
            <numerusform>%n sets skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slow rep(s)</source>
        <translation>
            <numerusform>%n slow rep</numerusform>
            <numerusform>%n slow reps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You took {} minute(s) for your back. That counts.</source>
        <translation>
            <numerusform>You took {} minute for your back. That counts.</numerusform>
            <numerusform>You took {} minutes for your back. That counts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} of %n day(s) done</source>
        <translation>
            <numerusform>{} of %n day done</numerusform>
            <numerusform>{} of %n days done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} of %n part(s)</source>
        <translation>
            <numerusform>{} of %n part</numerusform>
            <numerusform>{} of %n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} of %n set(s)</source>
        <translation>
            <numerusform>{} of %n set</numerusform>
            <numerusform>{} of %n sets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Practised %n set(s).</source>
        <translation>
            <numerusform>Practised %n set.</numerusform>
            <numerusform>Practised %n sets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more set(s) after this one.</source>
        <translation>
            <numerusform>%n more set after this one.</numerusform>
            <numerusform>%n more sets after this one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hold(s) of {}</source>
        <translation>
            <numerusform>%n hold of {}</numerusform>
            <numerusform>%n holds of {}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n day(s)</source>
        <translation>
            <numerusform>of %n day</numerusform>
            <numerusform>of %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n set(s)</source>
        <translation>
            <numerusform>of %n set</numerusform>
            <numerusform>of %n sets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n session(s)</source>
        <translation>
            <numerusform>The last session</numerusform>
            <numerusform>The last %n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) done</source>
        <translation>
            <numerusform>%n day done</numerusform>
            <numerusform>%n days done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) about pain</source>
        <translation>
            <numerusform>%n answer about pain</numerusform>
            <numerusform>%n answers about pain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s)</source>
        <translation>
            <numerusform>%n backup</numerusform>
            <numerusform>%n backups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more session(s) before these</source>
        <translation>
            <numerusform>%n more session before these</numerusform>
            <numerusform>%n more sessions before these</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more exercise(s)</source>
        <translation>
            <numerusform>and %n more exercise</numerusform>
            <numerusform>and %n more exercises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each mark is the middle number of %n week(s).</source>
        <translation>
            <numerusform>Each mark is the middle number of %n week.</numerusform>
            <numerusform>Each mark is the middle number of %n weeks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Days done, in %n round(s)</source>
        <translation>
            <numerusform>Days done, in %n round</numerusform>
            <numerusform>Days done, in %n rounds</numerusform>
        </translation>
    </message>
</context>
</TS>
