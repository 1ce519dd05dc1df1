--liquibase formatted sql

--changeset activation:0003-campaign-changes
--comment A planned event can be changed and called off; each change stays with its reason
ALTER TABLE activation_campaign ADD COLUMN cancelled BOOLEAN NOT NULL DEFAULT FALSE;
CREATE TABLE activation_campaign_change (
  id UUID NOT NULL PRIMARY KEY,
  campaign_id UUID NOT NULL,
  text VARCHAR(1000) NOT NULL,
  reason VARCHAR(300) NOT NULL,
  made_at DATETIME(6) NOT NULL,
  made_by VARCHAR(120) NOT NULL,
  CONSTRAINT activation_campaign_change_campaign FOREIGN KEY (campaign_id) REFERENCES activation_campaign (id),
  INDEX activation_campaign_change_by_campaign (campaign_id, made_at)
);
