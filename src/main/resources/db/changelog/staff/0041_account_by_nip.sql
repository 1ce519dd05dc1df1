--liquibase formatted sql

--changeset staff:0041-account-by-nip
--comment the search box asks for a whole NIP; names and user names have their index already
CREATE INDEX staff_account_by_nip ON staff_account (nip);
