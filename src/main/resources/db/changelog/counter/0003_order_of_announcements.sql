--liquibase formatted sql

--changeset counter:0003-order-of-announcements
--comment Boards show the latest announcement first, also after the clock of the server was set back
ALTER TABLE counter_call ADD COLUMN announcement INT NOT NULL DEFAULT 0,
  ADD INDEX counter_call_by_announcement (office_code, service_day, announcement);
