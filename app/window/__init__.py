"""The main window: its menus, docks, status line, preferences, help and appearance."""
