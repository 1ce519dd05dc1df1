--liquibase formatted sql

--changeset audit:0003-numbers
--comment The chain begins at 1. Rows that were put before it stay as evidence: then the rule waits until they are gone
--preconditions onFail:CONTINUE
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM audit_trail WHERE number <= 0
ALTER TABLE audit_trail ADD CONSTRAINT audit_trail_number CHECK (number > 0);

--changeset audit:0003-proof
--comment Keyed hash of the row. Its key is a file of the portal, so it cannot be made in the database
ALTER TABLE audit_inbox ADD COLUMN proof BINARY(32);

--changeset audit:0003-origin
--comment FOREIGN or REPEATED when the portal did not write the row; sealed with it
ALTER TABLE audit_trail ADD COLUMN origin VARCHAR(16) CHARACTER SET ascii;
