--liquibase formatted sql

--changeset population:0005-standing
--comment NULL is a resident. People who moved away or died stay in the register, so that a counter can tell them from unknown ones
ALTER TABLE population_person ADD COLUMN standing VARCHAR(16) CHARACTER SET ascii;
ALTER TABLE population_import_staging ADD COLUMN standing VARCHAR(16) CHARACTER SET ascii;
