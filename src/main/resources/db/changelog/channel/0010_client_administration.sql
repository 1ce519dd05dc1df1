--liquibase formatted sql

--changeset channel:0010-who-issued-and-why-revoked
ALTER TABLE channel_client ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
ALTER TABLE channel_key
  ADD COLUMN created_by VARCHAR(120),
  ADD COLUMN revoked_by VARCHAR(120),
  ADD COLUMN revoke_reason VARCHAR(200);
