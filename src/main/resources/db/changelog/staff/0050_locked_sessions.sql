--liquibase formatted sql

--changeset staff:0050-locked-sessions
--comment since when nobody has been before the screen; the session goes on after the password
ALTER TABLE staff_session ADD COLUMN locked_at DATETIME(6);
