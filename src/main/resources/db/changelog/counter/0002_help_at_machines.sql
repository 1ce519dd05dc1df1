--liquibase formatted sql

--changeset counter:0002-help-at-machines
--comment Since when a number machine lacks paper, and since when a person there asks for a clerk; null when neither holds
ALTER TABLE counter_device ADD COLUMN paper_out_at DATETIME(6), ADD COLUMN help_asked_at DATETIME(6);
