; The installer for Windows (Inno Setup 6), made from the built folder:
;   iscc /DVersion=1.2.3 /DVariant=cpu packaging\windows\ponder.iss
#ifndef Version
  #error Say which version: /DVersion=1.2.3
#endif
#ifndef Variant
  #define Variant "cpu"
#endif

[Setup]
AppId={{6B0C5C0E-2B0E-4E56-9C7B-6F1E6C0D5B52}
AppName=Ponder
AppVersion={#Version}
AppPublisher=The Ponder authors
VersionInfoVersion={#Version}
DefaultDirName={autopf}\Ponder
DefaultGroupName=Ponder
DisableProgramGroupPage=yes
UninstallDisplayIcon={app}\Ponder.exe
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\assets\icons\ponder.ico
OutputDir=..\..\dist
OutputBaseFilename=Ponder-{#Version}-windows-x86_64-{#Variant}-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; For all users with an administrator's leave, else for oneself.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ChangesAssociations=yes
MinVersion=10.0.17763

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked
Name: "sudokufiles"; Description: "Open Sudoku files (.sdk, .sdm) with Ponder"; GroupDescription: "File types:"

[InstallDelete]
; A newer version brings other libraries; none of the older ones must stay beside them.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\Ponder\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\Ponder"; Filename: "{app}\Ponder.exe"
Name: "{autodesktop}\Ponder"; Filename: "{app}\Ponder.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.ponder"; ValueType: string; ValueData: "Ponder.Document"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.sdk\OpenWithProgids"; ValueType: string; ValueName: "Ponder.Sudoku"; ValueData: ""; Flags: uninsdeletevalue; Tasks: sudokufiles
Root: HKA; Subkey: "Software\Classes\.sdm\OpenWithProgids"; ValueType: string; ValueName: "Ponder.Sudoku"; ValueData: ""; Flags: uninsdeletevalue; Tasks: sudokufiles
Root: HKA; Subkey: "Software\Classes\Ponder.Document"; ValueType: string; ValueData: "Ponder document"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Ponder.Document\DefaultIcon"; ValueType: string; ValueData: "{app}\Ponder.exe,0"
Root: HKA; Subkey: "Software\Classes\Ponder.Document\shell\open\command"; ValueType: string; ValueData: """{app}\Ponder.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Ponder.Sudoku"; ValueType: string; ValueData: "Sudoku"; Flags: uninsdeletekey; Tasks: sudokufiles
Root: HKA; Subkey: "Software\Classes\Ponder.Sudoku\DefaultIcon"; ValueType: string; ValueData: "{app}\Ponder.exe,0"; Tasks: sudokufiles
Root: HKA; Subkey: "Software\Classes\Ponder.Sudoku\shell\open\command"; ValueType: string; ValueData: """{app}\Ponder.exe"" ""%1"""; Tasks: sudokufiles

[Run]
Filename: "{app}\Ponder.exe"; Description: "{cm:LaunchProgram,Ponder}"; Flags: nowait postinstall skipifsilent
