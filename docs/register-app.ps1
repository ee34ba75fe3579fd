<#
.SYNOPSIS
  Registers Project Registers in Microsoft Entra, with the delegated permissions of docs/admin.md and no others.
.EXAMPLE
  ./register-app.ps1 -TenantId 00000000-0000-4000-8000-000000000002 -Domain registers.northmere.example -Permissions selected
.NOTES
  Needs PowerShell 7 and the modules Microsoft.Graph.Authentication and Microsoft.Graph.Applications.
  Whoever runs it may register applications. It allows nothing: consent is given on the page whose address it prints.
#>
param(
  [Parameter(Mandatory)] [guid] $TenantId,
  [Parameter(Mandatory)] [string] $Domain,
  [ValidateSet("broad", "selected")] [string] $Permissions = "broad",
  [string] $DisplayName = "Project Registers"
)
$ErrorActionPreference = "Stop"

$everybody = @("User.Read", "User.ReadBasic.All", "Team.ReadBasic.All", "Channel.ReadBasic.All", "ChannelMessage.Send", "Files.ReadWrite.AppFolder")
$broad = @("Sites.Read.All", "Sites.ReadWrite.All", "Sites.Manage.All")
$selected = @("Sites.Selected")
$wanted = $everybody + $(if ($Permissions -eq "selected") { $selected } else { $broad })

Connect-MgGraph -TenantId $TenantId -Scopes "Application.ReadWrite.All" -NoWelcome

# Microsoft Graph itself; its permissions have the same ids in every tenant, and are looked up here by their names.
$graphAppId = "00000003-0000-0000-c000-000000000000"
$graph = Get-MgServicePrincipal -Filter "appId eq '$graphAppId'"
$access = foreach ($name in $wanted) {
  $scope = $graph.Oauth2PermissionScopes | Where-Object Value -EQ $name
  if ($null -eq $scope) { throw "Microsoft Graph has no delegated permission called $name." }
  @{ Id = $scope.Id; Type = "Scope" }
}

$app = New-MgApplication -BodyParameter @{
  displayName            = $DisplayName
  signInAudience         = "AzureADMyOrg"
  # The first is for Teams and Excel, the second for a browser and for Excel on the web.
  spa                    = @{ redirectUris = @("brk-multihub://$Domain", "https://$Domain/redirect.html") }
  requiredResourceAccess = @(@{ resourceAppId = $graphAppId; resourceAccess = @($access) })
}
New-MgServicePrincipal -AppId $app.AppId | Out-Null

"appId     $($app.AppId)"
"tenantId  $TenantId"
"Consent for everybody:"
"https://login.microsoftonline.com/$TenantId/adminconsent?client_id=$($app.AppId)"
