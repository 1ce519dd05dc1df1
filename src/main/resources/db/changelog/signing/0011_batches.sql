--liquibase formatted sql

--changeset signing:0011-batches
--comment One sitting of a signer. runner and heartbeat_at are the lease of the process that works on it: whoever finds it expired takes the batch to pieces
CREATE TABLE signing_batch (
  id UUID NOT NULL PRIMARY KEY,
  signer_id UUID NOT NULL,
  signer_name VARCHAR(200) NOT NULL,
  signer_title VARCHAR(200) NOT NULL,
  signer_nip VARCHAR(30),
  mandate_id UUID,
  mandate_number VARCHAR(100) COMMENT 'letter on which a deputy relies',
  provider VARCHAR(60) NOT NULL,
  retry_of UUID,
  state VARCHAR(16) CHARACTER SET ascii NOT NULL,
  ending VARCHAR(24) CHARACTER SET ascii COMMENT 'how it ended',
  explanation VARCHAR(500),
  started_at DATETIME(6) NOT NULL,
  ended_at DATETIME(6),
  stop_asked_at DATETIME(6),
  runner UUID NOT NULL,
  heartbeat_at DATETIME(6) NOT NULL,
  CONSTRAINT signing_batch_retry FOREIGN KEY (retry_of) REFERENCES signing_batch (id),
  CONSTRAINT signing_batch_end CHECK ((state = 'ENDED') = (ended_at IS NOT NULL) AND (state = 'ENDED') = (ending IS NOT NULL)),
  INDEX signing_batch_by_signer (signer_id, id),
  INDEX signing_batch_by_state (state, heartbeat_at)
);

--changeset signing:0011-items
--comment open_document lets a document be in one batch at a time, whatever happens
CREATE TABLE signing_item (
  id UUID NOT NULL PRIMARY KEY,
  batch_id UUID NOT NULL,
  position INT NOT NULL,
  document_id UUID NOT NULL,
  digest VARCHAR(64) CHARACTER SET ascii NOT NULL COMMENT 'SHA-256 of the unsigned bytes, pinned when the batch began',
  state VARCHAR(16) CHARACTER SET ascii NOT NULL,
  signed_digest VARCHAR(64) CHARACTER SET ascii COMMENT 'written ahead, before the signed bytes are stored',
  provider_document VARCHAR(100) COMMENT 'id_dokumen of BSrE v1',
  explanation VARCHAR(500),
  attempt INT NOT NULL COMMENT 'the how manieth time the document is sent',
  sent_at DATETIME(6),
  ended_at DATETIME(6),
  declared_by VARCHAR(120) COMMENT 'who declared that no signature exists',
  open_document UUID AS (IF(state IN ('WAITING', 'SENT', 'UNKNOWN'), document_id, NULL)) PERSISTENT,
  CONSTRAINT signing_item_place UNIQUE (batch_id, position),
  CONSTRAINT signing_item_one_open_per_document UNIQUE (open_document),
  CONSTRAINT signing_item_batch FOREIGN KEY (batch_id) REFERENCES signing_batch (id),
  CONSTRAINT signing_item_document FOREIGN KEY (document_id) REFERENCES signing_document (id),
  INDEX signing_item_by_state (batch_id, state, position),
  INDEX signing_item_unknown (state, id),
  INDEX signing_item_by_document (document_id, id),
  INDEX signing_item_by_signed (signed_digest)
);
