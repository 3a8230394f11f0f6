namespace SnoutOS.Web.Simulator;

public static class SimulatorServices
{
    public static void AddSimulatorDefaults(this WebApplicationBuilder builder)
    {
    }

    public static void AddSimulator(this WebApplicationBuilder builder)
    {
    }

    public static void MapSimulator(this WebApplication app)
    {
    }
}
