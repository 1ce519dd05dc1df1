--liquibase formatted sql

--changeset signing:0040-records
--comment The berita acara of a batch has one number for ever, however often it is printed
CREATE TABLE signing_batch_record (
  batch_id UUID NOT NULL PRIMARY KEY,
  number VARCHAR(80) NOT NULL,
  issued_at DATETIME(6) NOT NULL,
  issued_by VARCHAR(120) NOT NULL,
  CONSTRAINT signing_batch_record_number UNIQUE (number),
  CONSTRAINT signing_batch_record_batch FOREIGN KEY (batch_id) REFERENCES signing_batch (id)
);

--changeset signing:0040-batches-of-a-time
--comment The history reads by signer and by time, both in the order of the identifier; by the way it ended it is rarely asked
CREATE INDEX signing_batch_by_ending ON signing_batch (ending, id);
