--liquibase formatted sql

--changeset staff:0020-linked-identities
--comment Which person at the single sign-on provider is which account; a provider's subject never changes, a name may
CREATE TABLE staff_linked_identity (
  issuer VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  subject VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  account_id UUID NOT NULL,
  linked_at DATETIME(6) NOT NULL,
  PRIMARY KEY (issuer, subject),
  CONSTRAINT staff_linked_identity_account FOREIGN KEY (account_id) REFERENCES staff_account (id),
  CONSTRAINT staff_linked_identity_one_person UNIQUE (issuer, account_id)
);
