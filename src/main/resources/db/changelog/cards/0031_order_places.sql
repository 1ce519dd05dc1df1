--liquibase formatted sql

--changeset cards:0031-letters
--comment The scanned letter of a proxy, in the document store
ALTER TABLE card_handover
  ADD COLUMN letter_hash VARCHAR(64) CHARACTER SET ascii,
  ADD COLUMN letter_kind VARCHAR(8) CHARACTER SET ascii,
  ADD INDEX card_handover_by_letter (letter_hash);

--changeset cards:0031-moved
--comment The place that an order was moved away from keeps seeing it
ALTER TABLE card_order
  ADD COLUMN moved_from VARCHAR(16) CHARACTER SET ascii,
  ADD CONSTRAINT card_order_moved_from FOREIGN KEY (moved_from) REFERENCES staff_office (code),
  ADD INDEX card_order_by_moved (moved_from, created_at, id);
