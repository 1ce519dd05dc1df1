--liquibase formatted sql

--changeset booking:0080-role-of-a-step
--comment Roles in which the step was taken; empty for steps before this change and for seats given in bulk
ALTER TABLE booking_transition ADD COLUMN actor_role VARCHAR(300) NOT NULL DEFAULT '';
