--liquibase formatted sql

--changeset cards:0001-stock
--comment One row per office that keeps a ledger. Whoever adds an entry locks it first, so that no two count from the same stock
CREATE TABLE cards_stock (
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  stock INT NOT NULL DEFAULT 0,
  safety_stock INT NOT NULL DEFAULT 0,
  last_number INT NOT NULL DEFAULT 0,
  CONSTRAINT cards_stock_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT cards_stock_never_negative CHECK (stock >= 0),
  CONSTRAINT cards_stock_safety CHECK (safety_stock >= 0)
);

--changeset cards:0001-entries
--comment Append-only: a wrong row is corrected by a further row. stock_after lets every line be checked against the one before
CREATE TABLE cards_entry (
  id UUID NOT NULL PRIMARY KEY,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  number INT NOT NULL,
  kind VARCHAR(16) CHARACTER SET ascii NOT NULL,
  quantity INT NOT NULL,
  stock_after INT NOT NULL,
  happened_on DATE NOT NULL,
  reference VARCHAR(60),
  reason VARCHAR(300),
  corrects UUID,
  request_token UUID NOT NULL,
  entered_by UUID,
  entered_by_name VARCHAR(120) NOT NULL,
  entered_at DATETIME(6) NOT NULL,
  CONSTRAINT cards_entry_stock FOREIGN KEY (office_code) REFERENCES cards_stock (office_code),
  CONSTRAINT cards_entry_number UNIQUE (office_code, number),
  CONSTRAINT cards_entry_once UNIQUE (request_token),
  CONSTRAINT cards_entry_corrected FOREIGN KEY (corrects) REFERENCES cards_entry (id),
  CONSTRAINT cards_entry_sign CHECK (
    (kind = 'RECEIPT' AND quantity > 0)
    OR (kind IN ('USE', 'MISPRINT', 'DAMAGE', 'RETURN') AND quantity < 0)
    OR (kind = 'CORRECTION' AND quantity <> 0)),
  CONSTRAINT cards_entry_never_negative CHECK (stock_after >= 0),
  CONSTRAINT cards_entry_reference CHECK (kind NOT IN ('RECEIPT', 'RETURN') OR reference IS NOT NULL),
  CONSTRAINT cards_entry_reason CHECK (
    kind NOT IN ('MISPRINT', 'DAMAGE', 'RETURN', 'CORRECTION') OR reason IS NOT NULL),
  CONSTRAINT cards_entry_corrects CHECK (corrects IS NULL OR kind = 'CORRECTION'),
  INDEX cards_entry_by_day (office_code, happened_on)
);
