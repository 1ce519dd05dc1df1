--liquibase formatted sql

--changeset staff:0130-permissions-of-recording
--comment Registration and recording are two operators; both state a technical pause of their office
INSERT IGNORE INTO staff_role_permission (role_code, permission)
SELECT code, 'RECORDING_READ' FROM staff_role WHERE code IN ('registrasi', 'perekaman', 'operator', 'kadis', 'manajer') UNION ALL
SELECT code, 'RECORDING_REGISTER' FROM staff_role WHERE code = 'registrasi' UNION ALL
SELECT code, 'RECORDING_RECORD' FROM staff_role WHERE code = 'perekaman' UNION ALL
SELECT code, 'RECORDING_STATUS' FROM staff_role WHERE code IN ('registrasi', 'manajer') UNION ALL
SELECT code, 'CLOCK_PAUSE' FROM staff_role WHERE code IN ('registrasi', 'perekaman');
