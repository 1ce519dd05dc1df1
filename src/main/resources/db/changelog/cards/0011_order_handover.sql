--liquibase formatted sql

--changeset cards:0011-handovers
--comment Each card that left the office: who took it, what became of the old one, and the signature (SVG in the document store; NULL when signed on paper)
CREATE TABLE card_handover (
  id UUID NOT NULL PRIMARY KEY,
  print_order_id UUID NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  receipt VARCHAR(60) NOT NULL,
  receiver VARCHAR(16) CHARACTER SET ascii NOT NULL,
  receiver_name VARCHAR(120),
  relation VARCHAR(60),
  letter VARCHAR(60),
  letter_on DATE,
  old_card VARCHAR(16) CHARACTER SET ascii NOT NULL,
  old_note VARCHAR(120),
  signature_hash VARCHAR(64) CHARACTER SET ascii,
  handed_on DATE NOT NULL,
  at DATETIME(6) NOT NULL,
  staff_name VARCHAR(120) NOT NULL,
  anonymised_at DATETIME(6),
  CONSTRAINT card_handover_once UNIQUE (print_order_id),
  CONSTRAINT card_handover_receipt UNIQUE (receipt),
  CONSTRAINT card_handover_order FOREIGN KEY (print_order_id) REFERENCES card_order (id),
  CONSTRAINT card_handover_proxy CHECK (
    anonymised_at IS NOT NULL OR receiver <> 'PROXY' OR (letter IS NOT NULL AND letter_on IS NOT NULL)),
  INDEX card_handover_by_day (office_code, handed_on, at),
  INDEX card_handover_by_signature (signature_hash)
);
