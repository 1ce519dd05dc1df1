--liquibase formatted sql

--changeset visits:0011-cards
--comment When a card was asked for last, and when the print room was asked last whether it is printed
ALTER TABLE visits_outcome
  ADD COLUMN asked_at DATETIME(6),
  ADD COLUMN printed_looked_at DATETIME(6),
  ADD INDEX visits_outcome_by_card (order_number);
