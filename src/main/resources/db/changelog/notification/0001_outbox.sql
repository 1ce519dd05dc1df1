--liquibase formatted sql

--changeset notification:0001-mails
--comment The outbox, written in the business transaction. due_at is the next attempt of a waiting mail and the end of the claim of one that is being delivered
CREATE TABLE notification_mail (
  id UUID NOT NULL PRIMARY KEY,
  template VARCHAR(80) CHARACTER SET ascii NOT NULL,
  to_address VARCHAR(254) NOT NULL,
  recipient VARCHAR(200) NOT NULL,
  facts JSON NOT NULL,
  about VARCHAR(80) NOT NULL,
  reference VARCHAR(80) NOT NULL,
  attachment VARCHAR(40) CHARACTER SET ascii,
  person_nik VARCHAR(16) CHARACTER SET ascii,
  message_id VARCHAR(200) CHARACTER SET ascii NOT NULL,
  status VARCHAR(16) CHARACTER SET ascii NOT NULL,
  created_at DATETIME(6) NOT NULL,
  due_at DATETIME(6) NOT NULL,
  claim UUID,
  round INT NOT NULL DEFAULT 1,
  attempts INT NOT NULL DEFAULT 0,
  round_started_at DATETIME(6) NOT NULL,
  finished_at DATETIME(6),
  anonymised_at DATETIME(6),
  CONSTRAINT notification_mail_message_id UNIQUE (message_id),
  CONSTRAINT notification_mail_claim CHECK ((status = 'IN_DELIVERY') = (claim IS NOT NULL)),
  INDEX notification_mail_by_due (status, due_at),
  INDEX notification_mail_by_time (created_at, id),
  INDEX notification_mail_by_status (status, created_at, id),
  INDEX notification_mail_by_reference (reference, created_at),
  INDEX notification_mail_by_person (person_nik)
);

--changeset notification:0001-events
--comment Append-only: every attempt with the server's answer, and what people did with the mail
CREATE TABLE notification_event (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  mail_id UUID NOT NULL,
  at DATETIME(6) NOT NULL,
  kind VARCHAR(20) CHARACTER SET ascii NOT NULL,
  code INT,
  text VARCHAR(400),
  actor_name VARCHAR(120),
  CONSTRAINT notification_event_mail FOREIGN KEY (mail_id) REFERENCES notification_mail (id),
  INDEX notification_event_of_mail (mail_id, id)
);
