--liquibase formatted sql

--changeset signing:0030-register-lists
--comment The register of signed documents: the last signed first, and for each filter an index in that order
CREATE INDEX signing_document_signed_last ON signing_document (signed_at, id);
CREATE INDEX signing_document_signed_in_office ON signing_document (office_code, signed_at, id);
CREATE INDEX signing_document_signed_and ON signing_document (status, signed_at, id);
CREATE INDEX signing_document_signed_by ON signing_document (signer_id, signed_at, id);
CREATE INDEX signing_document_numbered ON signing_document (reference, signed_at, id);
