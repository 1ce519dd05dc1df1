--liquibase formatted sql

--changeset audit:0003-numbers
--comment The chain begins at 1. Rows that were put before it stay as evidence: then the rule waits until they are gone
--preconditions onFail:CONTINUE
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM audit_trail WHERE number <= 0
ALTER TABLE audit_trail ADD CONSTRAINT audit_trail_number CHECK (number > 0);
