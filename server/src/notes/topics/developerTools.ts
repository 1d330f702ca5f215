import type { Topic } from "../topic.ts";
import { topicBelow } from "./topicBelow.ts";

export const developerToolsTopics: readonly Topic[] = [
  topicBelow(
    "codebuild",
    "",
    "CodeBuild project|CodeBuildプロジェクト|Build project|ビルドプロジェクト",
    ["AWS::CodeBuild::Project"],
    [
      "AWS::CodeBuild::Project.ServiceRole",
      "AWS::CodeBuild::Project.Artifacts",
      "AWS::CodeBuild::Project.Artifacts.**",
      "AWS::CodeBuild::Project.Environment",
      "AWS::CodeBuild::Project.Environment.**",
      "AWS::CodeBuild::Project.Source",
      "AWS::CodeBuild::Project.Source.Type",
    ],
  ),
  topicBelow("buildspec", "", "buildspec|buildspec.yml|buildspec.yaml", ["AWS::CodeBuild::Project.Source.BuildSpec"]),
  topicBelow(
    "codepipeline",
    "",
    "CodePipeline pipeline|CodePipelineのパイプライン|Artifact store|アーティファクトストア|Pipeline stages|パイプラインのステージ",
    ["AWS::CodePipeline::Pipeline"],
    [
      "AWS::CodePipeline::Pipeline.RoleArn",
      "AWS::CodePipeline::Pipeline.ArtifactStore",
      "AWS::CodePipeline::Pipeline.ArtifactStore.**",
      "AWS::CodePipeline::Pipeline.PipelineType",
      "AWS::CodePipeline::Pipeline.Stages",
      "AWS::CodePipeline::Pipeline.Stages.**",
      "AWS::CodeConnections::Connection",
    ],
  ),
  topicBelow("in-place", "CodeDeploy", "In-place deployment|In place|インプレース|インプレースデプロイ", [
    "AWS::CodeDeploy::DeploymentGroup.DeploymentStyle",
  ]),
  topicBelow(
    "blue-green",
    "CodeDeploy",
    "Blue/Green deployment|Blue/Green|Blue green|ブルーグリーン|ブルー/グリーン|Blue/Greenデプロイ|ブルーグリーンデプロイメント",
    [
      "AWS::CodeDeploy::DeploymentGroup.BlueGreenDeploymentConfiguration",
      "AWS::CodeDeploy::DeploymentGroup.DeploymentStyle",
    ],
  ),
  topicBelow(
    "codedeploy",
    "",
    "CodeDeploy deployment group|CodeDeployのデプロイグループ|Deployment configuration|デプロイ設定|appspec.yml|AppSpec",
    ["AWS::CodeDeploy::DeploymentGroup", "AWS::CodeDeploy::Application"],
    [
      "AWS::CodeDeploy::DeploymentGroup.DeploymentConfigName",
      "AWS::CodeDeploy::DeploymentGroup.AutoRollbackConfiguration",
      "AWS::CodeDeploy::DeploymentGroup.AutoRollbackConfiguration.**",
      "AWS::CodeDeploy::DeploymentGroup.AutoScalingGroups",
      "AWS::CodeDeploy::DeploymentGroup.ServiceRoleArn",
      "AWS::CodeDeploy::DeploymentGroup.Ec2TagFilters",
    ],
  ),
  topicBelow(
    "service-catalog",
    "",
    "Service Catalog product|Service Catalog portfolio|Launch constraint|起動制約|ポートフォリオ|Service Catalogの製品",
    [
      "AWS::ServiceCatalog::CloudFormationProduct",
      "AWS::ServiceCatalog::Portfolio",
      "AWS::ServiceCatalog::LaunchRoleConstraint",
    ],
    [
      "AWS::ServiceCatalog::PortfolioProductAssociation",
      "AWS::ServiceCatalog::PortfolioPrincipalAssociation",
      "AWS::ServiceCatalog::CloudFormationProduct.ProvisioningArtifactParameters",
      "AWS::ServiceCatalog::CloudFormationProduct.ProvisioningArtifactParameters.Info",
      "AWS::ServiceCatalog::CloudFormationProduct.ProvisioningArtifactParameters.Info.*",
      "AWS::ServiceCatalog::LaunchRoleConstraint.RoleArn",
      "AWS::ServiceCatalog::LaunchRoleConstraint.LocalRoleName",
      "AWS::ServiceCatalog::LaunchRoleConstraint.PortfolioId",
      "AWS::ServiceCatalog::LaunchRoleConstraint.ProductId",
      "AWS::ServiceCatalog::LaunchTemplateConstraint",
      "AWS::ServiceCatalog::CloudFormationProvisionedProduct",
    ],
  ),
];
