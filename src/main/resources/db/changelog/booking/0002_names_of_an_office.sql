--liquibase formatted sql

--changeset booking:0002-names-of-an-office
--comment Who may see one office only finds its people without passing over those of all the others
ALTER TABLE booking_booking ADD INDEX booking_by_office_name (office_code, full_name, service_date);
