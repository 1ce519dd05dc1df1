--liquibase formatted sql

--changeset staff:0142-permission-of-the-day
--comment Who goes along writes down what came of each pupil
INSERT IGNORE INTO staff_role_permission (role_code, permission)
SELECT code, 'VISIT_RECORD' FROM staff_role WHERE code IN ('perekaman', 'perencana', 'manajer');
