--liquibase formatted sql

--changeset counter:0004-next-from-the-index
--comment Who is passed over by a call is counted for each call: from the index alone, also when thousands wait
ALTER TABLE counter_ticket
  DROP INDEX counter_ticket_next,
  ADD INDEX counter_ticket_next (office_code, service_day, status, due, number, id, service, first_arrival);
