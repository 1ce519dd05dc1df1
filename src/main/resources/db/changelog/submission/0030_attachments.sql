--liquibase formatted sql

--changeset submission:0030-attachment-contents
--comment What lies in the document store for attachments, also before an attachment refers to it; noted_at is the last time it was brought
CREATE TABLE submission_attachment_content (
  content_hash VARCHAR(64) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  noted_at DATETIME(6) NOT NULL,
  INDEX submission_attachment_content_age (noted_at)
);

--changeset submission:0030-attachments
--comment The papers of a request. The same content of the same kind is there once, however often it is sent
CREATE TABLE submission_attachment (
  id UUID NOT NULL PRIMARY KEY,
  submission_id UUID NOT NULL,
  kind VARCHAR(32) CHARACTER SET ascii NOT NULL,
  file_kind VARCHAR(8) CHARACTER SET ascii NOT NULL,
  size INT NOT NULL,
  pages INT NOT NULL,
  content_hash VARCHAR(64) CHARACTER SET ascii NOT NULL,
  label VARCHAR(120) NOT NULL,
  added_by_kind VARCHAR(16) CHARACTER SET ascii NOT NULL,
  added_by_id UUID,
  added_by_name VARCHAR(120) NOT NULL,
  added_at DATETIME(6) NOT NULL,
  CONSTRAINT submission_attachment_request FOREIGN KEY (submission_id) REFERENCES submission_request (id),
  CONSTRAINT submission_attachment_stored FOREIGN KEY (content_hash) REFERENCES submission_attachment_content (content_hash),
  CONSTRAINT submission_attachment_once UNIQUE (submission_id, kind, content_hash),
  CONSTRAINT submission_attachment_size CHECK (size > 0 AND pages > 0)
);
