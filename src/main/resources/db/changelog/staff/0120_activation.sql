--liquibase formatted sql

--changeset staff:0120-role-of-activation
INSERT IGNORE INTO staff_role (code, label, ordinal)
SELECT 'ikd', 'Petugas IKD', COALESCE(MAX(ordinal), 0) + 1 FROM staff_role;

--changeset staff:0120-permissions-of-activation
--comment Who activates closes the day; heads and managers read the reports
INSERT IGNORE INTO staff_role_permission (role_code, permission)
SELECT code, 'ACTIVATION_SERVE' FROM staff_role WHERE code IN ('ikd', 'operator') UNION ALL
SELECT code, 'ACTIVATION_READ' FROM staff_role WHERE code IN ('ikd', 'operator', 'kadis', 'manajer') UNION ALL
SELECT code, 'STANDARD_READ' FROM staff_role WHERE code = 'ikd' UNION ALL
SELECT code, 'OFFICE_READ' FROM staff_role WHERE code = 'ikd';
