--liquibase formatted sql

--changeset visits:0015-evidence
--comment Hash of a picture of the birth certificate in the document store
ALTER TABLE visits_outcome ADD COLUMN evidence_hash CHAR(64) CHARACTER SET ascii, ADD INDEX visits_outcome_by_evidence (evidence_hash);
