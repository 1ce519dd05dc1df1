--liquibase formatted sql

--changeset booking:0061-release-hour
--comment When on the day an office gives seats of people who have not come to those in the room; without an hour the setting of the portal holds
ALTER TABLE booking_window ADD COLUMN release_at TIME NULL AFTER channel_percent;
