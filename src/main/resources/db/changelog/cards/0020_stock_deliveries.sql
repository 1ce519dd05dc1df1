--liquibase formatted sql

--changeset cards:0020-kinds
--comment Transfers between offices are two lines, one in each ledger
ALTER TABLE cards_entry
  DROP CONSTRAINT cards_entry_sign,
  DROP CONSTRAINT cards_entry_reference;
ALTER TABLE cards_entry
  ADD CONSTRAINT cards_entry_sign CHECK (
    (kind IN ('RECEIPT', 'TRANSFER_IN') AND quantity > 0)
    OR (kind IN ('USE', 'MISPRINT', 'DAMAGE', 'RETURN', 'TRANSFER_OUT') AND quantity < 0)
    OR (kind = 'CORRECTION' AND quantity <> 0)),
  ADD CONSTRAINT cards_entry_reference CHECK (
    kind NOT IN ('RECEIPT', 'RETURN', 'TRANSFER_IN', 'TRANSFER_OUT') OR reference IS NOT NULL);

--changeset cards:0020-box
--comment Append-only: cards that wait to be destroyed, by cause and kecamatan of the holder. What a batch destroys is a negative line
CREATE TABLE cards_box (
  id UUID NOT NULL PRIMARY KEY,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  cause VARCHAR(16) CHARACTER SET ascii NOT NULL,
  district CHAR(6) CHARACTER SET ascii,
  cards INT NOT NULL,
  entry_id UUID,
  reference VARCHAR(60),
  happened_on DATE NOT NULL,
  request_token UUID NOT NULL,
  entered_by_name VARCHAR(120) NOT NULL,
  entered_at DATETIME(6) NOT NULL,
  CONSTRAINT cards_box_entry FOREIGN KEY (entry_id) REFERENCES cards_entry (id) ON DELETE CASCADE,
  CONSTRAINT cards_box_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  INDEX cards_box_by_cause (office_code, cause, district, cards),
  INDEX cards_box_by_token (request_token)
);
INSERT INTO cards_box (id, office_code, cause, cards, entry_id, happened_on, request_token, entered_by_name, entered_at)
SELECT UUID(), e.office_code, IF(e.kind = 'MISPRINT', 'PRINT_FAILED', 'DAMAGED'),
  -e.quantity - (SELECT COALESCE(SUM(k.quantity), 0) FROM cards_entry k WHERE k.corrects = e.id),
  e.id, e.happened_on, e.request_token, e.entered_by_name, e.entered_at
FROM cards_entry e WHERE e.kind IN ('MISPRINT', 'DAMAGE');

--changeset cards:0020-receipts
--comment A delivery of the centre, counted by two people; until then it is no stock
CREATE TABLE cards_receipt (
  id UUID NOT NULL PRIMARY KEY,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  reference VARCHAR(60) NOT NULL,
  declared INT NOT NULL,
  counted INT NOT NULL,
  counted_by UUID NOT NULL,
  counted_name VARCHAR(120) NOT NULL,
  counted_at DATETIME(6) NOT NULL,
  second_by UUID,
  second_name VARCHAR(120),
  confirmed_at DATETIME(6),
  explanation VARCHAR(300),
  explained_name VARCHAR(120),
  explained_at DATETIME(6),
  CONSTRAINT cards_receipt_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT cards_receipt_note UNIQUE (office_code, reference),
  CONSTRAINT cards_receipt_cards CHECK (declared BETWEEN 1 AND 100000 AND counted BETWEEN 0 AND 100000),
  CONSTRAINT cards_receipt_two_people CHECK (second_by IS NULL OR second_by <> counted_by),
  CONSTRAINT cards_receipt_confirmed CHECK ((second_by IS NULL) = (confirmed_at IS NULL)),
  INDEX cards_receipt_latest (office_code, counted_at)
);

--changeset cards:0020-transfers
--comment Cards between two offices; while received is NULL they are on the way
CREATE TABLE cards_transfer (
  id UUID NOT NULL PRIMARY KEY,
  number VARCHAR(60) NOT NULL,
  from_office VARCHAR(16) CHARACTER SET ascii NOT NULL,
  to_office VARCHAR(16) CHARACTER SET ascii NOT NULL,
  sent INT NOT NULL,
  sent_by UUID,
  sent_name VARCHAR(120) NOT NULL,
  sent_at DATETIME(6) NOT NULL,
  received INT,
  received_by UUID,
  received_name VARCHAR(120),
  received_at DATETIME(6),
  explanation VARCHAR(300),
  explained_name VARCHAR(120),
  explained_at DATETIME(6),
  request_token UUID NOT NULL,
  CONSTRAINT cards_transfer_number UNIQUE (number),
  CONSTRAINT cards_transfer_once UNIQUE (request_token),
  CONSTRAINT cards_transfer_from FOREIGN KEY (from_office) REFERENCES staff_office (code),
  CONSTRAINT cards_transfer_to FOREIGN KEY (to_office) REFERENCES staff_office (code),
  CONSTRAINT cards_transfer_cards CHECK (sent > 0 AND (received IS NULL OR received >= 0)),
  CONSTRAINT cards_transfer_offices CHECK (from_office <> to_office),
  INDEX cards_transfer_from_latest (from_office, sent_at),
  INDEX cards_transfer_to_latest (to_office, sent_at)
);
