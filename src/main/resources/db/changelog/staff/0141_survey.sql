--liquibase formatted sql

--changeset staff:0141-permissions-of-the-survey
--comment Comments of citizens are read before others see them
INSERT IGNORE INTO staff_role_permission (role_code, permission)
SELECT code, 'SURVEY_MODERATE' FROM staff_role WHERE code = 'manajer';
