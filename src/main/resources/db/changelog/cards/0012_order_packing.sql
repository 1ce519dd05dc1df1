--liquibase formatted sql

--changeset cards:0012-packings
--comment Cards that one institution fetches for many. open_order is the order until the delivery was recorded: a card lies in one packing
CREATE TABLE card_packing (
  id UUID NOT NULL PRIMARY KEY,
  number VARCHAR(60) NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  institution VARCHAR(120) NOT NULL,
  packed_at DATETIME(6) NOT NULL,
  packed_by VARCHAR(120) NOT NULL,
  receiver VARCHAR(120),
  receiver_position VARCHAR(60),
  delivered_at DATETIME(6),
  delivered_by VARCHAR(120),
  CONSTRAINT card_packing_number UNIQUE (number),
  CONSTRAINT card_packing_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  INDEX card_packing_by_office (office_code, delivered_at, packed_at)
);

CREATE TABLE card_packing_line (
  packing_id UUID NOT NULL,
  print_order_id UUID NOT NULL,
  accepted BOOLEAN,
  open_order UUID AS (CASE WHEN accepted IS NULL THEN print_order_id END) STORED,
  PRIMARY KEY (packing_id, print_order_id),
  CONSTRAINT card_packing_line_open UNIQUE (open_order),
  CONSTRAINT card_packing_line_packing FOREIGN KEY (packing_id) REFERENCES card_packing (id),
  CONSTRAINT card_packing_line_order FOREIGN KEY (print_order_id) REFERENCES card_order (id)
);
