--liquibase formatted sql

--changeset staff:0140-permissions-of-reports
--comment Heads and managers read how the office performs
INSERT IGNORE INTO staff_role_permission (role_code, permission)
SELECT code, 'REPORT_READ' FROM staff_role WHERE code IN ('kadis', 'manajer');
