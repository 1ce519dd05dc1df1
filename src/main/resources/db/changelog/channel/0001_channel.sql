--liquibase formatted sql

--changeset channel:0001-clients-and-keys
CREATE TABLE channel_client (
  id UUID NOT NULL PRIMARY KEY,
  name VARCHAR(120) NOT NULL,
  enabled BOOLEAN NOT NULL,
  requests_per_minute INT UNSIGNED NOT NULL,
  created_at DATETIME(6) NOT NULL,
  CONSTRAINT channel_client_name UNIQUE (name)
);
CREATE TABLE channel_client_scope (
  client_id UUID NOT NULL,
  scope VARCHAR(32) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (client_id, scope),
  CONSTRAINT channel_client_scope_client FOREIGN KEY (client_id) REFERENCES channel_client (id)
);
CREATE TABLE channel_key (
  id UUID NOT NULL PRIMARY KEY,
  client_id UUID NOT NULL,
  key_hash BINARY(32) NOT NULL COMMENT 'SHA-256; the key itself is never stored',
  prefix VARCHAR(12) CHARACTER SET ascii NOT NULL COMMENT 'beginning of the key, to tell keys apart on screen',
  created_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6),
  revoked_at DATETIME(6),
  last_used_at DATETIME(6) COMMENT 'exact to the hour',
  CONSTRAINT channel_key_hash UNIQUE (key_hash),
  CONSTRAINT channel_key_client FOREIGN KEY (client_id) REFERENCES channel_client (id)
);

--changeset channel:0001-rate-windows
CREATE TABLE channel_rate_window (
  client_id UUID NOT NULL,
  starts_at DATETIME NOT NULL,
  leased BIGINT UNSIGNED NOT NULL COMMENT 'permits asked for by all processes together; may pass the limit, what is granted never does',
  PRIMARY KEY (client_id, starts_at),
  INDEX channel_rate_window_starts_at (starts_at)
);

--changeset channel:0001-idempotency
CREATE TABLE channel_idempotency (
  client_id UUID NOT NULL,
  idem_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request_hash BINARY(32) NOT NULL,
  status SMALLINT UNSIGNED COMMENT 'null only inside the transaction that does the work',
  body LONGTEXT,
  location VARCHAR(500),
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (client_id, idem_key),
  INDEX channel_idempotency_created_at (created_at)
);

--changeset channel:0001-permission
INSERT INTO staff_role_permission (role_code, permission) VALUES ('admin', 'API_CLIENT_EDIT');
