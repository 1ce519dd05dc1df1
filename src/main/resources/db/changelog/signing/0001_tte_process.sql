--liquibase formatted sql

--changeset signing:0001-tte-process
--comment The log of TTE processes that BSrE demands of every application: who, which document, what was answered; never a document, a NIK or a passphrase
CREATE TABLE tte_process (
  id UUID NOT NULL,
  provider VARCHAR(60) NOT NULL,
  action VARCHAR(10) CHARACTER SET ascii NOT NULL COMMENT 'STATUS, SIGN or VERIFY',
  staff_id UUID COMMENT 'the signer; none for a verification',
  signer_name VARCHAR(200),
  digest_before VARCHAR(64) CHARACTER SET ascii COMMENT 'SHA-256 of what was sent',
  digest_after VARCHAR(64) CHARACTER SET ascii COMMENT 'SHA-256 of the signed document',
  started_at DATETIME(6) NOT NULL,
  finished_at DATETIME(6) COMMENT 'none: the portal ended in the middle, and a signature may exist',
  outcome VARCHAR(40) CHARACTER SET ascii,
  explanation VARCHAR(500),
  call_made VARCHAR(80),
  http_status SMALLINT UNSIGNED,
  code INT COMMENT 'number of the provider, such as 2031',
  took_ms BIGINT UNSIGNED,
  document_id VARCHAR(100) COMMENT 'id_dokumen of BSrE v1',
  answer TEXT COMMENT 'metadata of the answer as JSON, long numbers masked',
  PRIMARY KEY (id),
  INDEX tte_process_document (digest_before, id)
);
