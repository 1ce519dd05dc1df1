--liquibase formatted sql

--changeset cards:0030-measured
--comment Orders from before the office had a standard for printing run without its clock
ALTER TABLE card_order ADD COLUMN measured BOOLEAN NOT NULL DEFAULT FALSE;
