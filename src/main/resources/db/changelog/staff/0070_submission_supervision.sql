--liquibase formatted sql

--changeset staff:0070-permissions-of-supervision
--comment The service manager supervises the queues and states when the office cannot work; an office can give either to other roles
INSERT INTO staff_role_permission (role_code, permission)
SELECT code, 'SUBMISSION_TAKE_OVER' FROM staff_role WHERE code IN ('manajer') UNION ALL
SELECT code, 'CLOCK_PAUSE' FROM staff_role WHERE code IN ('manajer');
