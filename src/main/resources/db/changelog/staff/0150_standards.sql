--liquibase formatted sql

--changeset staff:0150-permissions-of-standards
--comment The service manager proposes how long a step may take, the head of the office approves it
INSERT IGNORE INTO staff_role_permission (role_code, permission)
SELECT code, 'STANDARD_PROPOSE' FROM staff_role WHERE code = 'manajer' UNION ALL
SELECT code, 'STANDARD_APPROVE' FROM staff_role WHERE code = 'kadis';
