--liquibase formatted sql

--changeset staff:0130-permissions-of-counters
--comment Everybody who serves people calls numbers; the service manager arranges the hall
INSERT IGNORE INTO staff_role_permission (role_code, permission)
SELECT code, 'COUNTER_SERVE' FROM staff_role WHERE code IN ('operator', 'registrasi', 'perekaman', 'cetak', 'ikd', 'manajer') UNION ALL
SELECT code, 'COUNTER_ARRANGE' FROM staff_role WHERE code IN ('manajer', 'admin');
