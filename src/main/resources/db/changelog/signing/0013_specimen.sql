--liquibase formatted sql

--changeset signing:0013-specimen
--comment Whether the mark of a specimen is printed on the document, so that it fits what the signature is worth
ALTER TABLE signing_document ADD COLUMN printed_specimen BOOLEAN NOT NULL DEFAULT FALSE AFTER printed_at;
