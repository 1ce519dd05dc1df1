--liquibase formatted sql

--changeset staff:0060-permissions-for-submissions
INSERT INTO staff_role_permission (role_code, permission)
SELECT code, 'SUBMISSION_READ' FROM staff_role WHERE code IN ('operator', 'verifikator', 'kadis', 'manajer') UNION ALL
SELECT code, 'SUBMISSION_INTAKE' FROM staff_role WHERE code IN ('operator') UNION ALL
SELECT code, 'SUBMISSION_CHECK' FROM staff_role WHERE code IN ('operator') UNION ALL
SELECT code, 'SUBMISSION_VERIFY' FROM staff_role WHERE code IN ('verifikator');
