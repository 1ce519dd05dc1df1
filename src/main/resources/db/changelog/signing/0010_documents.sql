--liquibase formatted sql

--changeset signing:0010-documents
--comment The register of documents to be signed and signed. Of the people it knows masked names only. open_reference lets a source hand in the same case once at a time
CREATE TABLE signing_document (
  id UUID NOT NULL PRIMARY KEY,
  kind VARCHAR(40) CHARACTER SET ascii NOT NULL,
  reference VARCHAR(60) NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  title VARCHAR(120) NOT NULL,
  concerns VARCHAR(120) NOT NULL,
  family VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin,
  status VARCHAR(16) CHARACTER SET ascii NOT NULL,
  status_since DATETIME(6) NOT NULL,
  verification_code VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  verified_digest VARCHAR(64) CHARACTER SET ascii NOT NULL COMMENT 'SHA-256 of what the verifier saw',
  unsigned_digest VARCHAR(64) CHARACTER SET ascii NOT NULL COMMENT 'SHA-256 of what is signed, another only when printed anew for another signatory',
  place_page INT NOT NULL,
  place_left FLOAT NOT NULL,
  place_bottom FLOAT NOT NULL,
  place_width FLOAT NOT NULL,
  place_height FLOAT NOT NULL,
  printed_title VARCHAR(200) NOT NULL,
  printed_name VARCHAR(200) NOT NULL,
  printed_nip VARCHAR(30),
  printed_at DATETIME(6) NOT NULL,
  verifier_id UUID NOT NULL,
  verifier_name VARCHAR(120) NOT NULL,
  verified_at DATETIME(6) NOT NULL,
  worked_on_by VARCHAR(2000) CHARACTER SET ascii NOT NULL COMMENT 'identifiers of staff who may not sign it',
  signed_digest VARCHAR(64) CHARACTER SET ascii COMMENT 'SHA-256 of the signed bytes',
  signer_id UUID,
  signed_at DATETIME(6),
  superseded_by UUID,
  steps INT NOT NULL,
  version BIGINT NOT NULL,
  open_reference VARCHAR(101) AS (IF(status IN ('AWAITING', 'IN_BATCH'), CONCAT(kind, ' ', reference), NULL)) PERSISTENT,
  CONSTRAINT signing_document_code UNIQUE (verification_code),
  CONSTRAINT signing_document_one_open_per_reference UNIQUE (open_reference),
  CONSTRAINT signing_document_signed_once UNIQUE (signed_digest),
  CONSTRAINT signing_document_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT signing_document_newer FOREIGN KEY (superseded_by) REFERENCES signing_document (id),
  CONSTRAINT signing_document_signature CHECK (
    (status IN ('SIGNED', 'SUPERSEDED', 'REVOKED')) = (signed_digest IS NOT NULL)
    AND (signed_digest IS NULL) = (signer_id IS NULL) AND (signed_digest IS NULL) = (signed_at IS NULL)),
  INDEX signing_document_by_status (status, id),
  INDEX signing_document_by_office (office_code, status, id),
  INDEX signing_document_by_kind (status, kind, id),
  INDEX signing_document_by_reference (kind, reference, id),
  INDEX signing_document_by_family (kind, family, id),
  INDEX signing_document_by_verified (verified_digest),
  INDEX signing_document_by_unsigned (unsigned_digest)
);

--changeset signing:0010-transitions
--comment Append-only: the one source of the timeline and the audit view
CREATE TABLE signing_document_transition (
  id UUID NOT NULL PRIMARY KEY,
  document_id UUID NOT NULL,
  ordinal INT NOT NULL,
  from_status VARCHAR(16) CHARACTER SET ascii,
  to_status VARCHAR(16) CHARACTER SET ascii NOT NULL,
  action VARCHAR(16) CHARACTER SET ascii NOT NULL,
  actor_kind VARCHAR(16) CHARACTER SET ascii NOT NULL,
  actor_id UUID,
  actor_name VARCHAR(120) NOT NULL,
  actor_role VARCHAR(300) NOT NULL,
  at DATETIME(6) NOT NULL,
  reason VARCHAR(500),
  CONSTRAINT signing_transition_document FOREIGN KEY (document_id) REFERENCES signing_document (id),
  CONSTRAINT signing_transition_once UNIQUE (document_id, ordinal)
);
