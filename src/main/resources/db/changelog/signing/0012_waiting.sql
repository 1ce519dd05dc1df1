--liquibase formatted sql

--changeset signing:0012-waiting
--comment The signing room reads what waits by the time at which it was verified, the oldest first
CREATE INDEX signing_document_waiting ON signing_document (status, verified_at, id);
CREATE INDEX signing_document_waiting_kind ON signing_document (status, kind, verified_at, id);
CREATE INDEX signing_document_waiting_office ON signing_document (office_code, status, verified_at, id);
