--liquibase formatted sql

--changeset staff:0147-permissions-of-alerts
--comment Who leads the service and who keeps the portal running decide when whom is told
INSERT IGNORE INTO staff_role_permission (role_code, permission)
SELECT code, 'ALERT_EDIT' FROM staff_role WHERE code IN ('manajer', 'admin');
